<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>activation_curves</name>
    <message>
        <source>Plot of the activation functions</source>
        <translation>활성화 함수 그래프</translation>
    </message>
    <message>
        <source>Where the probe stands</source>
        <translation>값을 읽는 위치</translation>
    </message>
    <message>
        <source>Place of the probe, x</source>
        <translation>값을 읽는 위치 x</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Draw the slope h′ of each function as a dashed line (D)</source>
        <translation>각 함수의 기울기(h′)를 점선으로 그립니다 (D)</translation>
    </message>
    <message>
        <source>Whole view</source>
        <translation>처음 범위로</translation>
    </message>
    <message>
        <source>See x from −6 to 6 again, as a double click in the plot does</source>
        <translation>x를 다시 −6에서 6까지 봅니다. 그래프를 두 번 눌러도 됩니다</translation>
    </message>
    <message>
        <source>show {name}</source>
        <translation>{name} 보이기</translation>
    </message>
    <message>
        <source>hide {name}</source>
        <translation>{name} 숨기기</translation>
    </message>
    <message>
        <source>show derivatives</source>
        <translation>도함수 보이기</translation>
    </message>
    <message>
        <source>hide derivatives</source>
        <translation>도함수 숨기기</translation>
    </message>
    <message>
        <source>move the probe</source>
        <translation>읽는 위치 옮기기</translation>
    </message>
    <message>
        <source>h′ Derivatives</source>
        <translation>h′ 도함수</translation>
    </message>
    <message>
        <source>Drag the line, or click. The wheel zooms, dragging moves.</source>
        <translation>선을 끌거나 그래프를 누르세요. 휠로 확대하고, 빈 곳을 끌면 움직입니다.</translation>
    </message>
    <message>
        <source>{hint}
Outputs: {range}
Source: {source}</source>
        <translation>{hint}
출력 범위: {range}
출처: {source}</translation>
    </message>
    <message>
        <source>The output at the probe</source>
        <translation>이 위치의 출력</translation>
    </message>
    <message>
        <source>The slope at the probe</source>
        <translation>이 위치의 기울기</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Softmax (x, 0)</source>
        <translation>소프트맥스 (x, 0)</translation>
    </message>
    <message>
        <source>All or nothing: the perceptron&apos;s function.</source>
        <translation>전부 아니면 전무: 퍼셉트론의 활성화 함수입니다.</translation>
    </message>
    <message>
        <source>A step made smooth: 0 far left, 1 far right.</source>
        <translation>계단을 매끄럽게 만든 함수입니다. 왼쪽 끝은 0, 오른쪽 끝은 1입니다.</translation>
    </message>
    <message>
        <source>Sigmoid stretched from −1 to 1, so that outputs lie around 0.</source>
        <translation>시그모이드를 −1에서 1까지 늘려 출력이 0을 중심으로 놓이게 한 함수입니다.</translation>
    </message>
    <message>
        <source>What is above 0 passes, what is below is cut off.</source>
        <translation>0보다 크면 그대로 통과하고, 0 이하는 잘립니다.</translation>
    </message>
    <message>
        <source>ReLU that lets a hundredth through below 0.</source>
        <translation>0 이하에서도 100분의 1은 흘려보내는 ReLU입니다.</translation>
    </message>
    <message>
        <source>ReLU with its corner rounded. Its slope is sigmoid.</source>
        <translation>모서리를 둥글린 ReLU입니다. 기울기가 시그모이드입니다.</translation>
    </message>
    <message>
        <source>A ReLU that decides softly: x times Φ(x), the share of the normal curve below x.</source>
        <translation>부드럽게 결정하는 ReLU입니다. x에 Φ(x), 곧 정규분포에서 x보다 작은 쪽의 비율을 곱합니다.</translation>
    </message>
    <message>
        <source>What comes in goes out: for the output of a regression.</source>
        <translation>들어온 값이 그대로 나갑니다. 회귀의 출력층에 씁니다.</translation>
    </message>
    <message>
        <source>Softmax works on a whole row of scores and has no curve of its own. Shown is the first of two: softmax(x, 0). It lies exactly on sigmoid.</source>
        <translation>소프트맥스는 점수 한 줄 전체에 작용하므로 자기만의 곡선이 없습니다. 여기에는 두 점수 softmax(x, 0)의 첫째 값을 그립니다. 시그모이드와 정확히 겹칩니다.</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>모든 실수</translation>
    </message>
    <message>
        <source>{low} and more</source>
        <translation>{low} 이상</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
    <message>
        <source>Slope 0 everywhere: nothing tells a weight which way to go, so it cannot learn by gradients.</source>
        <translation>기울기가 어디서나 0입니다. 가중치를 어느 쪽으로 바꿀지 알 수 없어 기울기로는 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>Exactly 0 does not fire; anything above does. A jump has no slope; 0 is taken.</source>
        <translation>정확히 0이면 신호를 내지 않고, 0보다 조금이라도 크면 냅니다. 끊긴 곳에는 기울기가 없어 0으로 둡니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here, never more than 25 %: deep stacks learn slowly.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 25%를 넘는 일이 없어, 층이 깊으면 학습이 느립니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here: near 0, up to four times as much as with sigmoid.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 0 근처에서는 시그모이드의 네 배까지 됩니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here. Further out it is less and less.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 0에서 멀어질수록 점점 줄어듭니다.</translation>
    </message>
    <message>
        <source>Saturated: {share} of an error comes back through here, so the weights before it hardly learn.</source>
        <translation>포화 상태: 되돌아오는 오차가 {share}뿐이라, 앞쪽 가중치가 거의 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Of the scores x and 0, softmax gives the first sigmoid(x): for two classes they are the same.</source>
        <translation>점수가 x와 0이면 소프트맥스의 첫째 값은 sigmoid(x)입니다. 클래스가 둘이면 둘은 같은 함수입니다.</translation>
    </message>
    <message>
        <source>Dead: output 0, slope 0. As long as its sum stays below 0, this unit learns nothing.</source>
        <translation>죽은 상태: 출력도 기울기도 0입니다. 합이 0보다 작은 동안 이 뉴런은 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Only {share} of an error comes back, but not nothing: this unit can find its way out again.</source>
        <translation>오차의 {share}만 되돌아오지만 0은 아닙니다. 이 뉴런은 다시 살아날 수 있습니다.</translation>
    </message>
    <message>
        <source>Slope 1: an error comes back whole, through however many layers. Deep networks live on that.</source>
        <translation>기울기 1: 층이 아무리 많아도 오차가 그대로 되돌아옵니다. 깊은 신경망이 학습되는 까닭입니다.</translation>
    </message>
    <message>
        <source>A corner has no slope. The one on its left is taken; exactly 0 hardly ever happens.</source>
        <translation>꺾인 점에는 기울기가 없어 왼쪽 기울기를 씁니다. 정확히 0이 되는 일은 거의 없습니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here: the slope of softplus is sigmoid, never quite 0.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 소프트플러스의 기울기는 시그모이드라 0이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Nearly silent: output and slope are close to 0, as with ReLU below 0.</source>
        <translation>거의 잠든 상태: 0 이하의 ReLU처럼 출력과 기울기가 모두 0에 가깝습니다.</translation>
    </message>
    <message>
        <source>Here the curve falls: a larger sum makes the output smaller, unlike any ReLU.</source>
        <translation>여기서는 곡선이 내려갑니다. 합이 커지면 출력이 작아지며, ReLU에는 없는 일입니다.</translation>
    </message>
    <message>
        <source>It bends where ReLU has its corner: {share} of an error comes back here.</source>
        <translation>ReLU가 꺾이는 곳에서 부드럽게 휩니다. 이곳에서는 오차의 {share}가 되돌아옵니다.</translation>
    </message>
    <message>
        <source>From here on it is nearly ReLU: {share} of an error comes back.</source>
        <translation>여기서부터는 거의 ReLU입니다. 오차의 {share}가 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Slope 1 everywhere. But layers that bend nothing are, all together, no more than a single one.</source>
        <translation>기울기가 어디서나 1입니다. 하지만 선형 층은 아무리 쌓아도 층 하나와 같습니다.</translation>
    </message>
    <message>
        <source>less than 0.1 %</source>
        <translation>0.1%도 안 되는 정도</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>Tick a function to see its curve.</source>
        <translation>함수를 선택하면 곡선이 나타납니다.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층 쌓기</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>출력층</translation>
    </message>
</context>
</TS>
